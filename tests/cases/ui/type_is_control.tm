// E0208: a control where a type is needed
process api: Waf
