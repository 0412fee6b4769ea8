"""The same deck, the same bytes: fixed dates in the package and in the workbooks inside it."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

_DATE = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def settled(package: bytes, as_of: dt.date) -> bytes:
    """A zip package with fixed dates, workbooks inside included.

    Args:
        package: The bytes of an Office file.
        as_of: The day written as the date of the workbooks inside.
    """
    source = zipfile.ZipFile(io.BytesIO(package))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith(".xlsx"):
                content = settled(content, as_of)
            elif name == "docProps/core.xml":
                stamp = f"{as_of.isoformat()}T00:00:00Z".encode()
                content = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<3>", content)
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            out.writestr(entry, content)
    return target.getvalue()
