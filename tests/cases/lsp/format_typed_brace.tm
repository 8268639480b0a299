// format typed(}): the statement that a brace ends
process   c
process   a {
internet_facing
    authentication=OAuth2
}<|>
