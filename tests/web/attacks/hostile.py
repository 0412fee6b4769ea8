"""Words that people with bad intent type: into fields, addresses, names of files, cells."""

from __future__ import annotations

SIGN = "xq7z"
"""Stands in every hostile word, so that it is found again on a page."""

MARKUP = (
    f"<script>window.{SIGN}=1</script>",
    f'"><img src=x onerror=window.{SIGN}=1>',
    f"'><svg/onload=window.{SIGN}=1>",
    f"javascript:window.{SIGN}=1",
    f"</textarea></title><script>window.{SIGN}=1</script>",
    f'<a href="javascript:window.{SIGN}=1" onclick=window.{SIGN}=1 style=color:red>{SIGN}</a>',
    f"<!--{SIGN}--><iframe srcdoc='<script>parent.{SIGN}=1</script>'>",
    f"--></script><b id={SIGN}>x</b>",
    f"<form action=https://evil.example><input name={SIGN}>",
)
"""Markup and scripts."""

TEMPLATES = (
    f"{{{{7*7}}}}{SIGN}",
    f"{{% debug %}}{SIGN}",
    f"{{% load static %}}{{{{ request.user.password }}}}{SIGN}",
    f"${{7*7}}#{{7*7}}<%= 7*7 %>{SIGN}",
    f"%s%n%(x)s{{0.__class__}}{SIGN}",
)
"""Code of templates and of formats."""

QUERIES = (
    f"' OR 1=1 -- {SIGN}",
    f'"; DROP TABLE customers; -- {SIGN}',
    f"') UNION SELECT * FROM read_csv('/etc/passwd') -- {SIGN}",
    f"1) OR (SELECT 1 FROM read_text('/etc/passwd'))={SIGN}",
)
"""Code of databases."""

PATHS = (
    f"../../../../etc/passwd{SIGN}",
    f"..\\..\\windows\\system32\\{SIGN}",
    f"/etc/passwd%00{SIGN}",
    f"file:///etc/passwd?{SIGN}",
    f"//evil.example/{SIGN}",
    f"http://169.254.169.254/latest/meta-data/{SIGN}",
)
"""Ways out of a folder or of the site."""

LETTERS = (
    f"a\x00b{SIGN}",
    f"\u202eabc\u202d\u2066{SIGN}\u200b\ufeff",
    f"\U0001f469\u200d\U0001f469\u200d\U0001f467 \u0416\u4e2d\u0639 {SIGN}",
    f"line\r\nSet-Cookie: {SIGN}=1\r\n\r\n<b>{SIGN}</b>",
    f"{SIGN}\x1b[31m\x07\x08\x7f",
    f"{SIGN}\ud800".encode("utf-8", "replace").decode(),
    SIGN + "A" * 10_000,
    SIGN + " word" * 4_000,
)
"""Letters that break lines, files and pages."""

FORMULAS = (
    f"=cmd|' /C calc'!A0{SIGN}",
    f"@SUM(1+1)*{SIGN}",
    f'+HYPERLINK("https://evil.example","{SIGN}")',
    f"-2+3+{SIGN}",
    f"\t=1+1{SIGN}",
)
"""What spreadsheets take for formulas."""

NUMBERS = (
    "NaN",
    "-Infinity",
    "1e400",
    "9" * 5_000,
    "9" * 30,
    "-1",
    "0",
    "\u00b2",
    "\u0663",
    "\u0967\u0968",
    "0x10",
    "1_000",
    "2026-02-30",
    "9999-99-99",
    "0000-00-00",
    "T\u00b2",
)
"""What is no number or day, or too much of one."""

TEXTS = (
    f"a: &a [*a] # {SIGN}",
    f"!!python/object/apply:os.system ['id'] # {SIGN}",
    "a: &a [x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]",
    "[" * 3_000,
    "{" * 3_000,
    '{"a":' * 2_000,
    f"{SIGN}: [unclosed",
    "all: [{column: name, contains: a}]",
    "not: " * 500 + "x",
)
"""Rules and documents that are none, or too deep."""

HOSTILE = (
    *MARKUP,
    *TEMPLATES,
    *QUERIES,
    *PATHS,
    *LETTERS,
    *FORMULAS,
    *NUMBERS,
    *TEXTS,
)
"""All of them."""
