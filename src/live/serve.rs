//! Answers browsers from memory. Nothing on the disk can be asked for but what a page of the last build shows.

use std::convert::Infallible;
use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{self, HeaderName};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::BroadcastStream;

use super::media::media_type;
use super::page::{SCRIPT_PATH, serve_page};
use super::site::{Site, hash};
use crate::tree::Contents;

const EVENTS_PATH: &str = "/__tvartom/events";
const SCRIPT: &str = include_str!("live.js");

/// So many ports are tried, from the one that was asked for.
const PORTS_TO_TRY: u16 = 20;

/// Listens on the first port from `port` on that is free.
pub fn bind(host: &str, port: u16) -> anyhow::Result<TcpListener> {
    for candidate in port..=port.saturating_add(PORTS_TO_TRY) {
        match TcpListener::bind((host, candidate)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("cannot listen on {host}:{candidate}")),
        }
    }
    bail!("no port from {port} to {} is free on {host}; choose another with --port", port.saturating_add(PORTS_TO_TRY));
}

/// The address that a browser on this machine opens.
pub fn url(address: SocketAddr) -> String {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => format!("http://127.0.0.1:{}/", address.port()),
        IpAddr::V6(ip) if ip.is_unspecified() => format!("http://[::1]:{}/", address.port()),
        _ => format!("http://{address}/"),
    }
}

/// Serves a site from a thread of its own until the process ends.
pub fn serve(listener: TcpListener, host: &str, site: Arc<Site>) -> anyhow::Result<()> {
    listener.set_nonblocking(true).context("cannot prepare the server")?;
    let local = listener.local_addr().context("cannot prepare the server")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot start the server")?;
    let door = Door { site, host: host.to_owned(), only_here: local.ip().is_loopback() };
    std::thread::Builder::new()
        .name("server".to_owned())
        .spawn(move || {
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::from_std(listener).expect("the listener does not block");
                let router = Router::new().fallback(answer).with_state(Arc::new(door));
                // Only ends with the process.
                let _ = axum::serve(listener, router).await;
            });
        })
        .context("cannot start the server")?;
    Ok(())
}

/// Who may come in, and to what.
struct Door {
    site: Arc<Site>,
    host: String,
    only_here: bool,
}

impl Door {
    /// A page elsewhere can point a name of its own at this machine; it cannot make the browser send one of these.
    fn knows(&self, authority: &str) -> bool {
        let host = without_port(authority);
        if host.eq_ignore_ascii_case("localhost") || host.eq_ignore_ascii_case(&self.host) {
            return true;
        }
        let ip = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        ip.is_ok_and(|ip| !self.only_here || ip.is_loopback())
    }
}

fn without_port(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|it| it.is_ascii_digit()) && !host.ends_with(':') => host,
        _ => authority,
    }
}

async fn answer(State(door): State<Arc<Door>>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let named = headers.get(header::HOST).and_then(|it| it.to_str().ok());
    let known = named.is_some_and(|it| door.knows(it)) && uri.authority().is_none_or(|it| door.knows(it.as_str()));
    let mut response = if !known {
        (StatusCode::MISDIRECTED_REQUEST, "This server answers to its own name only.\n").into_response()
    } else if method != Method::GET && method != Method::HEAD {
        (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response()
    } else {
        match uri.path() {
            SCRIPT_PATH => ([(header::CONTENT_TYPE, media_type("live.js"))], SCRIPT).into_response(),
            EVENTS_PATH => events(&door.site),
            // Browsers ask for one unasked, and complain when there is none.
            "/favicon.ico" => StatusCode::NO_CONTENT.into_response(),
            path if path.ends_with(".pdf") => printed(&door.site, path).await,
            path => file(&door.site, path),
        }
    };
    for (name, value) in COMMON {
        response.headers_mut().entry(name).or_insert(axum::http::HeaderValue::from_static(value));
    }
    response
}

const COMMON: [(HeaderName, &str); 5] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

fn events(site: &Arc<Site>) -> Response {
    let (greeting, receiver) = site.listen();
    let site = Arc::clone(site);
    // Who was too slow to hear everything is told how things stand.
    let later = BroadcastStream::new(receiver).map(move |it| it.unwrap_or_else(|_| site.greeting()));
    let stream = tokio_stream::once(greeting).chain(later).map(|it| Ok::<Event, Infallible>(Event::default().data(it)));
    Sse::new(stream).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))).into_response()
}

/// A PDF: the one that was built, or one that is made now. Other pages do not wait for it.
async fn printed(site: &Arc<Site>, path: &str) -> Response {
    let Some(name) = decode(path.trim_start_matches('/')) else { return missing(site.state().generation) };
    if site.state().files.contains_key(&name) {
        return file(site, path);
    }
    let press = Arc::clone(site);
    match tokio::task::spawn_blocking(move || press.print(&name)).await {
        Ok(Some(bytes)) => ([(header::CONTENT_TYPE, media_type("x.pdf"))], Body::from(bytes)).into_response(),
        Ok(None) | Err(_) => missing(site.state().generation),
    }
}

fn file(site: &Site, path: &str) -> Response {
    let state = site.state();
    let Some(mut name) = decode(path.trim_start_matches('/')) else {
        return missing(state.generation);
    };
    if name.is_empty() || name.ends_with('/') {
        name.push_str("index.html");
    }
    let Some(contents) = state.files.get(&name) else {
        return if state.files.contains_key(&format!("{name}/index.html")) {
            (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, format!("{path}/"))]).into_response()
        } else {
            missing(state.generation)
        };
    };
    let bytes = match contents {
        Contents::Bytes(bytes) => bytes.clone(),
        Contents::Copy(from) => match state.tree.bytes(from) {
            Ok(bytes) => bytes,
            // The picture was removed a moment ago; the next build says so.
            Err(_) => return missing(state.generation),
        },
    };
    let kind = media_type(&name);
    if name.ends_with(".html") {
        return page(&String::from_utf8_lossy(&bytes), StatusCode::OK, state.generation);
    }
    ([(header::CONTENT_TYPE, kind)], Body::from(bytes)).into_response()
}

fn page(html: &str, status: StatusCode, generation: u64) -> Response {
    let served = serve_page(html, generation);
    let tag = format!("\"{}\"", hash(html.as_bytes()));
    let headers = [
        (header::CONTENT_TYPE, media_type("x.html").to_owned()),
        (header::CONTENT_SECURITY_POLICY, served.policy),
        (header::ETAG, tag),
    ];
    (status, headers, served.html).into_response()
}

/// Also a page that is not there hears of the next build, and may be there then.
fn missing(generation: u64) -> Response {
    let html = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Not here</title></head>\
                <body><h1>Nothing here yet</h1><p><a href=\"/\">All courses</a></p></body></html>\n";
    page(html, StatusCode::NOT_FOUND, generation)
}

/// Undoes percent-encoding. What it gives is only ever looked up among the names of the last build.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::TcpStream;

    use super::*;
    use crate::diagnostic::report::Messages;
    use crate::live::site::Edited;
    use crate::tree::Tree;

    fn start() -> (Arc<Site>, SocketAddr) {
        let print = |_: &Tree, _: &Tree, path: &str| (path == "a/handout.pdf").then(|| b"%PDF".to_vec());
        let site = Arc::new(Site::new(Messages::English, false, Arc::new(print)));
        publish(&site, "one", None);
        let listener = bind("127.0.0.1", 0).unwrap();
        let address = listener.local_addr().unwrap();
        serve(listener, "127.0.0.1", Arc::clone(&site)).unwrap();
        (site, address)
    }

    fn publish(site: &Site, text: &str, edited: Option<&Edited>) {
        let files = BTreeMap::from([
            ("a/å.html".to_owned(), Contents::Bytes(format!("<body>{text}</body>").into_bytes())),
            ("a/index.html".to_owned(), Contents::Bytes(b"<body>index</body>".to_vec())),
            ("assets/x.png".to_owned(), Contents::Copy("img/x.png".to_owned())),
        ]);
        let tree = Tree::memory([("img/x.png".to_owned(), b"picture".to_vec()), ("secret.md".to_owned(), b"secret".to_vec())]);
        site.publish(files, (tree, Tree::empty()), &[], edited);
    }

    fn ask(address: SocketAddr, path: &str, host: &str) -> TcpStream {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        stream
    }

    fn get(address: SocketAddr, path: &str, host: &str) -> String {
        let mut text = String::new();
        ask(address, path, host).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn pages_come_from_memory_with_the_script_and_nothing_is_stored() {
        let (_site, address) = start();
        let text = get(address, "/a/%C3%A5.html", "localhost:4000");
        assert!(text.starts_with("HTTP/1.1 200"), "{text}");
        let lower = text.to_ascii_lowercase();
        assert!(
            lower.contains("cache-control: no-store") && lower.contains("content-security-policy: default-src 'none'"),
            "{text}"
        );
        assert!(text.contains("<body>one<script src=\"/__tvartom/live.js\""), "{text}");
        assert!(get(address, "/assets/x.png", "127.0.0.1").ends_with("picture"));
        assert!(get(address, "/a/", "[::1]:4000").contains("index"));
        assert!(get(address, "/a", "localhost").starts_with("HTTP/1.1 307"));
        assert!(get(address, SCRIPT_PATH, "localhost").starts_with("HTTP/1.1 200"));
    }

    #[test]
    fn a_pdf_is_made_when_it_is_asked_for() {
        let (_site, address) = start();
        let text = get(address, "/a/handout.pdf", "localhost");
        assert!(text.starts_with("HTTP/1.1 200") && text.contains("application/pdf") && text.ends_with("%PDF"), "{text}");
        assert!(get(address, "/a/other.pdf", "localhost").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn a_foreign_name_is_not_answered() {
        let (_site, address) = start();
        for host in ["evil.example", "localhost.evil.example", "10.0.0.1", "localhost:1:2", ""] {
            let text = get(address, "/a/", host);
            assert!(text.starts_with("HTTP/1.1 421") || text.starts_with("HTTP/1.1 400"), "{host}: {text}");
            assert!(!text.contains("index"));
        }
    }

    #[test]
    fn no_path_leads_out() {
        let (_site, address) = start();
        for path in [
            "/secret.md",
            "/../secret.md",
            "/a/../../secret.md",
            "/%2e%2e/secret.md",
            "/a/%2e%2e%2fsecret.md",
            "/%ff",
            "/%",
            "//etc/passwd",
        ] {
            let text = get(address, path, "localhost");
            assert!(text.starts_with("HTTP/1.1 404") || text.starts_with("HTTP/1.1 400"), "{path}: {text}");
        }
    }

    #[test]
    fn listeners_hear_how_things_stand_and_then_of_each_build() {
        let (site, address) = start();
        let mut lines = BufReader::new(ask(address, EVENTS_PATH, "localhost")).lines();
        let mut next = || loop {
            let line = lines.next().unwrap().unwrap();
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str::<serde_json::Value>(data).unwrap();
            }
        };
        let greeting = next();
        assert_eq!((greeting["generation"].as_u64(), greeting["changed"].is_null()), (Some(1), true));
        let edited =
            Edited { source: "c/01.md".to_owned(), line: 3, page: Some("a/å.html".to_owned()), id: Some("x".to_owned()) };
        publish(&site, "two", Some(&edited));
        let event = next();
        assert_eq!(event["changed"], serde_json::json!(["a/å.html"]));
        assert_eq!(event["edited"]["id"], "x");
    }

    #[test]
    fn a_port_that_is_taken_is_passed_over() {
        let first = bind("127.0.0.1", 0).unwrap();
        let taken = first.local_addr().unwrap().port();
        let second = bind("127.0.0.1", taken).unwrap();
        assert_ne!(second.local_addr().unwrap().port(), taken);
    }
}
