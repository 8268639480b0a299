// E0208: a control where a threat is needed
process api
dismiss Waf on api { reason = "None." }
