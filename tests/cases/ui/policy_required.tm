// E0701: a policy that requires something
process api { input_validation = false }
policy Checked "Input is checked" { require p: process when p.input_validation }
