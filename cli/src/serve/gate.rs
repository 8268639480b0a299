//! Who is answered. Any page in the user's browser can send requests to this machine, and a name that its owner points
//! at this machine makes a foreign page look like our own; neither must learn anything of the model.

use hyper::body::Body;
use hyper::header::HOST;
use hyper::{Method, Request, StatusCode};

/// Why a request is refused.
pub type Refusal = (StatusCode, &'static str);

/// Lets requests pass that only read, carry nothing, and come from this machine under its own name.
///
/// # Errors
/// The answer to all others.
pub fn check<B: Body>(request: &Request<B>, port: u16) -> Result<(), Refusal> {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return Err((StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD are answered\n"));
    }
    if !request.body().is_end_stream() {
        return Err((StatusCode::PAYLOAD_TOO_LARGE, "requests carry nothing here\n"));
    }
    let mut hosts = request.headers().get_all(HOST).iter();
    let host = hosts.next().and_then(|host| host.to_str().ok());
    if hosts.next().is_some() || !host.is_some_and(|host| is_here(host, port)) {
        let why = "this server answers to 127.0.0.1 and localhost alone\n";
        return Err((StatusCode::MISDIRECTED_REQUEST, why));
    }
    let foreign = request.headers().get("sec-fetch-site").is_some_and(|site| site == "cross-site");
    if foreign && request.uri().path() != "/" {
        return Err((StatusCode::FORBIDDEN, "pages of other sites get nothing here\n"));
    }
    Ok(())
}

/// True for the names of the loopback; names of DNS that lead here are none.
fn is_here(host: &str, port: u16) -> bool {
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| {
        let rest = host.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name)).map(|_| &host[name.len()..]);
        rest.is_some_and(|rest| rest.strip_prefix(':') == Some(&port.to_string()) || rest.is_empty() && port == 80)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body_util::{Empty, Full};
    use hyper::body::Bytes;

    fn asked(host: &str) -> Request<Empty<Bytes>> {
        Request::builder().uri("/state").header(HOST, host).body(Empty::new()).unwrap()
    }

    #[test]
    fn only_names_of_the_loopback_with_the_right_port_are_ours() {
        for host in ["127.0.0.1:4640", "localhost:4640", "LOCALHOST:4640", "[::1]:4640"] {
            assert_eq!(check(&asked(host), 4640), Ok(()), "{host}");
        }
        for host in [
            "evil.example:4640",
            "localhost.evil.example:4640",
            "127.0.0.1.evil.example:4640",
            "evil.example",
            "localhost",
            "localhost:80",
            "127.0.0.1:46400",
            "127.0.0.1:4640:4640",
            "",
            "é",
        ] {
            assert_eq!(check(&asked(host), 4640).unwrap_err().0, StatusCode::MISDIRECTED_REQUEST, "{host}");
        }
        assert_eq!(check(&asked("localhost"), 80), Ok(()));
        let two = Request::builder().header(HOST, "localhost:4640").header(HOST, "evil.example");
        assert!(check(&two.body(Empty::<Bytes>::new()).unwrap(), 4640).is_err());
        assert!(check(&Request::new(Empty::<Bytes>::new()), 4640).is_err());
    }

    #[test]
    fn nothing_is_taken_in_and_other_sites_get_nothing() {
        let full = Request::builder().header(HOST, "localhost:1").body(Full::<Bytes>::from("x")).unwrap();
        assert_eq!(check(&full, 1).unwrap_err().0, StatusCode::PAYLOAD_TOO_LARGE);
        let mut post = asked("localhost:1");
        *post.method_mut() = Method::POST;
        assert_eq!(check(&post, 1).unwrap_err().0, StatusCode::METHOD_NOT_ALLOWED);
        let mut foreign = asked("localhost:1");
        foreign.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
        assert_eq!(check(&foreign, 1).unwrap_err().0, StatusCode::FORBIDDEN);
        *foreign.uri_mut() = "/".parse().unwrap();
        assert_eq!(check(&foreign, 1), Ok(()));
    }
}
