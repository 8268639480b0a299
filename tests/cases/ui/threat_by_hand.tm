// E0206: a threat written by hand about something misspelt
process laptop
threat StolenLaptop: Stride.Spoofing "A laptop is stolen" { on laptp, likelihood = Low, impact = High }
