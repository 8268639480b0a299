//! Speaking to services: one request at a time, over TLS, with limits to patience. Addresses and secrets are in no message.

use std::sync::Arc;
use std::thread;
use std::time::Duration;
use ureq::http::{Method, Uri};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Error};

/// Attempts for one request.
const ATTEMPTS: u32 = 4;
/// Pause before the second attempt; it doubles with each further one.
const PAUSE: Duration = Duration::from_millis(500);
/// Longer than this is not waited when a service asks for it.
const LONGEST_WAIT: u64 = 60;
/// Larger answers are not read.
const LARGEST: u64 = 8 << 20;

/// Checks an address: TLS, except on this machine; no secrets in it that would be sent in another way.
///
/// # Errors
/// What is wrong with it, in words without the address.
pub fn address(text: &str) -> Result<Uri, &'static str> {
    let uri: Uri = text.trim().parse().map_err(|_| "is no address")?;
    let host = uri.host().ok_or("is no address")?;
    let here = ["localhost", "127.0.0.1", "[::1]", "::1"].contains(&host);
    if uri.authority().is_some_and(|whole| whole.as_str().contains('@')) {
        return Err("holds a name or a password");
    }
    match uri.scheme_str() {
        Some("https") => Ok(uri),
        Some("http") if here => Ok(uri),
        Some("http") => Err("begins with http: what is sent could be read on the way; it has to begin with https"),
        _ => Err("is no address of the web"),
    }
}

/// What a service answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The text.
    pub body: String,
    /// Seconds it asks to wait.
    wait: Option<u64>,
}

/// A request.
pub struct Request<'a> {
    /// `GET`, `POST`, `PUT`.
    pub method: Method,
    /// Where to.
    pub address: &'a str,
    /// The `Authorization`, where there is one.
    pub secret: Option<&'a str>,
    /// JSON.
    pub body: Option<String>,
    /// Nothing happens twice when it is sent twice.
    pub repeatable: bool,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble(pub String);

/// Sends requests.
pub struct Client {
    agent: Agent,
    patience: Duration,
}

impl Client {
    /// A client that waits so long for one answer.
    pub fn new(patience: Duration) -> Self {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(provider)
            .build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .timeout_global(Some(patience))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("tm/", env!("CARGO_PKG_VERSION")))
            .build();
        Client { agent: Agent::new_with_config(config), patience }
    }

    /// Sends a request, again where the service is busy or (for what is repeatable) broken for the moment.
    ///
    /// # Errors
    /// Where no answer comes, or the service stays busy.
    pub fn send(&self, request: &Request<'_>) -> Result<Answer, Trouble> {
        let mut pause = PAUSE;
        for attempt in 1..=ATTEMPTS {
            let answer = self.once(request);
            let again = match &answer {
                Ok(answer) => answer.status == 429 || (answer.status >= 500 && request.repeatable),
                Err(_) => request.repeatable,
            };
            if !again || attempt == ATTEMPTS {
                return answer;
            }
            let wait = answer.as_ref().ok().and_then(|answer| answer.wait);
            if let Some(seconds) = wait.filter(|seconds| *seconds > LONGEST_WAIT) {
                return Err(Trouble(format!("it is busy and asks to come back in {seconds} s")));
            }
            thread::sleep(wait.map_or(pause, Duration::from_secs));
            pause *= 2;
        }
        Err(Trouble("no attempt was made".to_owned()))
    }

    fn once(&self, request: &Request<'_>) -> Result<Answer, Trouble> {
        let mut building = ureq::http::Request::builder().method(request.method.clone()).uri(request.address);
        building = building.header("Accept", "application/json");
        if let Some(secret) = request.secret {
            building = building.header("Authorization", secret);
        }
        let sent = match &request.body {
            Some(body) => building
                .header("Content-Type", "application/json; charset=utf-8")
                .body(body.clone())
                .map_err(Error::Http)
                .and_then(|request| self.agent.run(request)),
            None => building.body(()).map_err(Error::Http).and_then(|request| self.agent.run(request)),
        };
        let mut answer = sent.map_err(|error| self.trouble(&error))?;
        let header = answer.headers().get("Retry-After").and_then(|value| value.to_str().ok());
        let wait = header.and_then(|text| text.trim().parse().ok());
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(LARGEST).lossy_utf8(true).read_to_string();
        Ok(Answer { status, body: body.map_err(|error| self.trouble(&error))?, wait })
    }

    /// In our own words: those of libraries name addresses.
    fn trouble(&self, error: &Error) -> Trouble {
        use std::io::ErrorKind;
        Trouble(match error {
            Error::Timeout(_) => format!("no answer within {} s", self.patience.as_secs_f64()),
            Error::HostNotFound => "its host is not known here".to_owned(),
            Error::Io(error) => match error.kind() {
                ErrorKind::ConnectionRefused => "the connection was refused".to_owned(),
                ErrorKind::TimedOut | ErrorKind::WouldBlock => {
                    format!("no answer within {} s", self.patience.as_secs_f64())
                }
                _ => "the connection broke".to_owned(),
            },
            Error::Rustls(_) | Error::Tls(_) | Error::TlsRequired => "no safe connection: TLS failed".to_owned(),
            Error::Protocol(_) | Error::LargeResponseHeader(..) => "what came back is not HTTP".to_owned(),
            Error::BodyExceedsLimit(_) => format!("the answer is larger than {} MiB", LARGEST >> 20),
            Error::Http(_) | Error::BadUri(_) => "the request cannot be written".to_owned(),
            Error::InvalidProxyUrl | Error::ConnectProxyFailed(_) => "the proxy does not let it through".to_owned(),
            _ => "the request failed".to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_safe_or_of_this_machine() {
        for good in ["https://hooks.example.org/x", "http://127.0.0.1:80/x", "http://localhost:1", "http://[::1]:9/a"] {
            assert!(address(good).is_ok(), "{good}");
        }
        for bad in
            ["http://example.org", "http://127.0.0.1.example.org/", "ftp://127.0.0.1", "", "x y", "https://a:b@c/"]
        {
            assert!(address(bad).is_err(), "{bad}");
        }
    }
}
