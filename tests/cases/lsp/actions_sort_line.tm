// actions: members on one line change places, and what is in order stays
process <|>api { zone = 3, half = 50%, signed }
process web { half = 50%, zone = 3 }
extend process { zone: Int, signed: Bool, half: Percent }
