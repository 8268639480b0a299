// definition: into the standard library
process api { authentica<|>tion = OAuth2 }
