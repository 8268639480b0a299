// E0601: a threat written by hand, decided on something else
process laptop
process phone
threat StolenLaptop: Stride.Spoofing "A laptop is stolen" { on laptop, likelihood = Low, impact = High }
dismiss StolenLaptop on phone { reason = "Locked." }
