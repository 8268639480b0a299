// hover: a value of an enum
data Order { confidentiality = Hi<|>gh }
