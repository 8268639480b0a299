// E0703: a policy with an attribute
process api { input_validation = true }
policy Checked "Input is checked" { severity = High, require p: process when p.input_validation }
