// E0501: a threat written by hand without its risk
process laptop
threat StolenLaptop: Stride.Spoofing "A laptop is stolen" { on laptop }
