"""Folders of real data, with nothing but the folder: the figures that must come out."""

from __future__ import annotations

import shutil
from decimal import Decimal

import pytest

pytestmark = pytest.mark.real_data


class Built:
    """A built folder and what it says."""

    def __init__(self, custrata, folder, *words):
        self._custrata, self._folder = custrata, folder
        done = custrata("build", folder, "--json", *words)
        assert done.code == 0, done.err
        self.said = done.json

    def value(self, measure, *words):
        (reading,) = self._custrata("show", measure, "-C", self._folder, "--json", *words).json
        assert reading["definition"]
        return reading["value"]

    @property
    def caveats(self):
        return " ".join(str(caveat) for caveat in self.said["caveats"])

    def sources(self, table):
        return [source for source in self.said["sources"] if source["table"] == table]


@pytest.fixture
def built(custrata, real_data, tmp_path):
    """Copy a folder, so that it is as bare as the first time, and build it."""

    def build(name, *words):
        folder = shutil.copytree(real_data / name, tmp_path / name, ignore=shutil.ignore_patterns(".*"))
        return Built(custrata, folder, *words)

    return build


def cents(value):
    return Decimal(str(value)).quantize(Decimal("0.01"))


def test_online_retail_is_accounted_for_to_the_line_and_to_the_penny(built):
    shop = built("online_retail")
    rows = shop.said["rows"]
    assert rows["in"] == 541_909
    assert rows["loaded"] + rows["set_aside"] == 541_909
    (source,) = shop.sources("transactions")
    money = source["money"]
    assert round(money["in"], 3) == 9_747_747.934
    assert round(money["loaded"] + (money["set_aside"] or 0), 3) == 9_747_747.934
    # Lines without a customer are kept as anonymous revenue, and it is said how many.
    assert source["anonymous"] == 135_080
    assert "135,080" in shop.caveats
    assert shop.value("refund_orders") == 3_836
    assert round(shop.value("revenue"), 2) == 9_747_747.93


def test_cdnow_is_read_from_blanks(built):
    shop = built("cdnow")
    assert shop.value("customers") == 23_570
    assert cents(shop.value("revenue")) == Decimal("2500315.63")


def test_the_cdnow_sample_has_its_published_repeat_purchases(built):
    shop = built("cdnow_sample", "--as-of", "1997-09-30")
    assert shop.said["as_of"] == "1997-09-30"
    assert shop.value("customers") == 2_357
    assert shop.value("repeat_orders") == 2_457


def test_superstore_shows_who_is_served_at_a_loss(built):
    shop = built("superstore")
    assert cents(shop.value("gross_margin")) == Decimal("286397.02")
    assert cents(shop.value("revenue")) == Decimal("2297200.86")
    assert round(shop.value("whale_curve_peak"), 4) == 1.2487
    assert shop.value("customers") == 793
    assert shop.value("loss_making_customers") == 155


@pytest.mark.parametrize("name", ["telco_ibm", "telco_ibm_5tables"])
def test_telco_churn_is_found_without_being_told(built, name):
    firm = built(name)
    assert firm.said["relationship"] == "contractual"
    assert firm.value("customers") == 7_043
    assert round(firm.value("customer_churn_rate"), 4) == 0.2654


def test_the_blank_charges_of_telco_are_said(built):
    firm = built("telco_ibm")
    assert firm.said["rows"] == {"in": 7_043, "loaded": 7_043, "set_aside": 0}
    assert any("11" in str(caveat) for caveat in firm.said["caveats"])


def test_the_disagreement_of_the_churn_flags_of_ravenstack_is_reported(built):
    firm = built("ravenstack")
    assert firm.said["tables"]["subscriptions"] == 5_000
    assert firm.value("customers") == 500
    assert "churn" in firm.caveats
    for count in ("110", "352"):
        assert count in firm.caveats


def test_customers_of_a_pipeline_are_counted_from_opportunities(built):
    firm = built("crm_maven")
    assert round(firm.value("win_rate"), 4) == 0.6315
    assert "GTXPro" in firm.caveats


def test_chinook_is_read_from_its_sqlite_file(built):
    shop = built("chinook")
    assert cents(shop.value("revenue")) == Decimal("2328.60")
    assert shop.value("customers") == 59


def test_the_grocer_of_the_demo_has_its_sales(built):
    shop = built("completejourney")
    assert cents(shop.value("revenue")) == Decimal("4596039.58")
    assert shop.said["tables"]["transactions"] == 1_469_307


@pytest.mark.parametrize(
    ("name", "customers"),
    [("saas_sales_aws", 99), ("wholesale", 440), ("marketing_campaign", 2_240)],
)
def test_folders_of_the_same_kind_are_counted_too(built, name, customers):
    assert built(name).value("customers") == customers
