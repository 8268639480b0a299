// E0302: a misspelt property in a policy
policy P "Everything is encrypted" { forbid f: flow when not f.encrypte }
