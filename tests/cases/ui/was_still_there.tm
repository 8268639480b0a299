// E0205: an old name that another element has
process api { was = "web" }
process web
