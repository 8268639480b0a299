// E0303: `is` about something that is no element
policy P "Records" { forbid d: data when d.records is process }
