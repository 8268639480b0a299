//! Protocols: types of flow. Each states only what the protocol itself guarantees; where encryption is a choice, nothing is said.

/// Web traffic in clear text.
type Http: flow "HTTP" { encrypted = false }

/// Web traffic over TLS; the client knows the server by its certificate.
type Https: flow "HTTPS" { encrypted = true }

/// An address that a program of ours made and signed: it opens one object for one action, for a while, to whoever has it.
type SignedLink: Https "Signed link"

/// Messages both ways over one connection, in clear text.
type WebSocket: flow "WebSocket" { encrypted = false }

/// Messages both ways over one connection, over TLS.
type SecureWebSocket: flow "WebSocket over TLS" { encrypted = true }

/// Remote calls over HTTP/2; TLS is a choice.
type Grpc: flow "gRPC"

/// The PostgreSQL protocol; TLS is a choice.
type PostgresWire: flow "PostgreSQL protocol"

/// The MySQL and MariaDB protocol; TLS is a choice.
type MySqlWire: flow "MySQL protocol"

/// The SQL Server protocol; TLS is a choice.
type Tds: flow "TDS"

/// The MongoDB protocol; TLS is a choice.
type MongoWire: flow "MongoDB protocol"

/// The Redis protocol; TLS is a choice.
type RedisWire: flow "Redis protocol"

/// Message queues; TLS is a choice.
type Amqp: flow "AMQP"

/// Event streams; TLS is a choice.
type Kafka: flow "Kafka protocol"

/// Messages of small devices; TLS is a choice.
type Mqtt: flow "MQTT"

/// Remote shell; both ends are known by keys.
type Ssh: flow "SSH" { encrypted = true, authenticated = true }

/// File transfer over SSH.
type Sftp: Ssh "SFTP"

/// File transfer in clear text.
type Ftp: flow "FTP" { encrypted = false, authenticated = false }

/// Remote terminal in clear text.
type Telnet: flow "Telnet" { encrypted = false, authenticated = false }

/// Mail transfer; TLS is opportunistic.
type Smtp: flow "SMTP"

/// Directory queries in clear text.
type Ldap: flow "LDAP" { encrypted = false }

/// Directory queries over TLS.
type Ldaps: flow "LDAP over TLS" { encrypted = true }

/// Name look-ups in clear text.
type Dns: flow "DNS" { encrypted = false, authenticated = false }

/// A file share; encryption is a choice.
type Smb: flow "SMB"

/// A tunnel in which both ends are known by keys.
type WireGuard: flow "WireGuard" { encrypted = true, authenticated = true }
