//! Who opens which connection.

// People
flow look: visitor -> proxy over Https "Look at public repositories" {
  sends = []
  receives = [Source, Packages]
}
flow work: member -> proxy over Https "Work" {
  sends = [Password, Session, Issues, Source, Packages, ActionsSecrets]
  receives = [Session, Issues, Source, Packages, JobLog]
}
flow push: member -> ssh over Ssh "git push, git fetch" { sends = Source, receives = Source }
flow proxy -> web over Http {
  sends = [Password, Session, Issues, Source, Packages, ActionsSecrets, RunnerToken, JobLog]
  receives = [Session, Issues, Source, Packages, ActionsSecrets, RunnerToken, JobLog]
}
flow administer: operator -> proxy over Https "Administration pages" {
  sends = [Password, Account]
  receives = [Account, RunnerToken]
}

// Inside
flow web -> repositories { sends = Source, receives = Source }
flow ssh -> repositories { sends = Source, receives = Source }
flow ssh -> web over Http "Hooks ask whether the push is allowed" { sends = InstanceSecrets } // INTERNAL_TOKEN
flow web -> config { receives = InstanceSecrets }
flow web -> database over PostgresWire {
  encrypted = false // SSL_MODE = disable
  sends = [Account, Issues, ActionsSecrets, Session]
  receives = [Account, Issues, ActionsSecrets, Session]
}
flow web -> objects over Http {
  sends = [Source, Packages, JobLog]
  receives = [Source, Packages, JobLog]
}
flow web -> queues over RedisWire { sends = [Session, Event], receives = [Session, Event] }
flow web -> access_log { sends = [] }

// Others
flow web -> sign_on over Https "Ask who it is" { receives = Account }
flow web -> mail_relay over Smtp { sends = Mail } // whether the relay insists on TLS is not written down anywhere
flow hook: web -> receiver "Webhooks" { sends = Event }
flow mirror: web -> upstream over Https { receives = Source }

// Actions: the runner asks for work, over the same port as everyone.
flow fetch_task: runner -> proxy over Https "Ask for a job, report" {
  sends = [RunnerToken, JobLog]
  receives = [ActionsSecrets, Source]
}
flow runner -> marketplace over Https "Actions and images" { receives = [] }
flow runner -> jobs "Start" { sends = [ActionsSecrets, Source], receives = JobLog }
flow check_out: jobs -> proxy over Https "Check out, publish" {
  sends = Packages
  receives = Source
}
