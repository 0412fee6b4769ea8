from custrata.web.together.people import Person
from custrata.web.together.talking.mentions import marked, mentioned, unnamed

ANN, LEE = Person(3, "Ann", "A"), Person(4, "Ann Lee", "AL")


def test_the_longest_name_that_fits_is_meant():
    assert mentioned("@Ann Lee and @Ann", [ANN, LEE]) == [4, 3]


def test_letters_case_does_not_count_and_nobody_is_named_twice():
    assert mentioned("@ANN, @ann!", [ANN]) == [3]


def test_an_address_of_mail_and_a_longer_word_name_nobody():
    assert mentioned("write to x@Ann or @Annabel", [ANN]) == []
    assert mentioned("@Ann", []) == []


def test_a_name_is_marked_and_markup_is_text():
    shown = marked("@Ann said <b>no</b>\nTwice & more", [ANN])
    assert shown == '<span class="at">@Ann</span> said &lt;b&gt;no&lt;/b&gt;<br>Twice &amp; more'


def test_a_name_that_is_markup_is_text_too():
    shown = marked("hello @<i>x</i>", [Person(5, "<i>x</i>", "x")])
    assert "<i>" not in shown


def test_a_name_is_taken_out_and_the_longer_one_that_begins_so_stays():
    assert unnamed("@ann Lee saw @Anna, and x@Ann", "Ann Lee") == "[removed] saw @Anna, and x@Ann"
    assert unnamed("@Ann. (@Ann)", "Ann") == "[removed]. ([removed])"
