process zahlungsdienst_größe "Größe" { x = = 1 }
process 支払い "支払い" { y = = 2 }
process 🙂 "smile"
process خدمة { ق = = 1 }
