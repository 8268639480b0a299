// E0303: an old name without quotes
process api { was = old_api }
