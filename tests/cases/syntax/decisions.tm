accept T on a { reason = "r" }
accept T on a until tomorrow
accept T on a until "2027-03-31"
accept T until 2027-03-31
accept on a until 2027-03-31
dismiss T a { reason = "r" }
dismiss T on
transfer T on a { reason = "r" }
mitigate T on a { status = planned }
mitigate T on a with { status = planned }
vulnerability v { cvss = "x" }
vulnerability "CVE" on api
