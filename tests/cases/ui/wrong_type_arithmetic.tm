// E0303: counting with something that is no number
policy P "Records" { forbid d: data when d.records + d.personal > 3 }
