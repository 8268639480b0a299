// E0309: a control applied twice
process api { apply [Waf], apply [RateLimit, Waf] }
