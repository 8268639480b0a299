// E0302: a property of something that is no element
policy P "Small" { forbid d: data when d.records.size > 3 }
