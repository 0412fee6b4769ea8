from __future__ import annotations

CAMPAIGNS = "campaign_id,campaign_type,start_date\n1,A,2020-01-01\n2,B,2020-02-01"


def test_contacts_without_a_day_take_the_start_of_their_campaign(desk) -> None:
    desk.put("campaign_descriptions.csv", CAMPAIGNS)
    desk.put("campaigns.csv", "campaign_id,household_id\n1,a\n1,b\n1,c\n2,a\n2,d")
    said = desk.said("touches")
    assert (said["occurred_at"], said["kind"]) == (
        "start_date of campaign_descriptions.csv, by campaign_id",
        "always sent",
    )
    assert desk.said("campaigns")["channel"] == "campaign_type"


def test_the_name_of_a_table_says_what_happened(desk) -> None:
    rows = "\n".join(f"h{n},{n % 2},2020-01-01" for n in range(8))
    desk.put("coupon_redemptions.csv", f"household_id,campaign_id,redemption_date\n{rows}")
    assert desk.said("touches")["kind"] == "always redeemed"
