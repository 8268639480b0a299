// actions: a vulnerability that nobody rated
process api
vulnerability f<|>irst on api { cve = "CVE-2024-0001" }
