//! URLs and tokens: what a client can be built from.

use redcap::runtime::{Client, ErrorKind, Token};

use crate::common::{TOKEN, failure, shown};

fn url_of(url: &str) -> String {
    let client = Client::new(url, TOKEN).expect("an accepted URL");
    client.url().to_owned()
}

/// The message for a URL that is refused.
fn refusal(url: &str) -> String {
    let error = failure(Client::new(url, TOKEN));
    assert_eq!(error.kind(), ErrorKind::InvalidUrl, "{url}");
    assert!(!error.is_retryable());
    error.to_string()
}

#[test]
fn what_is_missing_of_the_path_is_added() {
    for (given, used) in [
        ("https://redcap.example.org/api/", "https://redcap.example.org/api/"),
        ("https://redcap.example.org/api", "https://redcap.example.org/api/"),
        ("https://h.example.org/redcap/api", "https://h.example.org/redcap/api/"),
        ("https://redcap.example.org", "https://redcap.example.org/api/"),
        ("https://h.example.org/redcap/", "https://h.example.org/redcap/api/"),
        ("https://h.example.org/redcap/api/index.php", "https://h.example.org/redcap/api/"),
        ("HTTPS://H.Example.org:8443/api", "https://h.example.org:8443/api/"),
    ] {
        assert_eq!(url_of(given), used);
    }
}

#[test]
fn plain_http_is_for_this_machine_only() {
    for url in [
        "http://localhost/api/",
        "http://localhost:8080/redcap/api/",
        "http://127.0.0.1/api/",
        "http://127.8.9.10:81/api/",
        "http://[::1]:8080/api/",
    ] {
        assert_eq!(url_of(url), url);
    }
    for url in [
        "http://redcap.example.org/api/",
        "http://localhost.example.org/api/",
        "http://192.168.0.1/api/",
        "http://0.0.0.0/api/",
        "http://126.255.255.255/api/",
        "http://[::2]/api/",
        "http://[::ffff:10.0.0.1]/api/",
    ] {
        assert!(refusal(url).contains("use https"), "{url}");
    }
}

#[test]
fn unusable_addresses_are_explained() {
    for (url, hint) in [
        ("", "not a URL"),
        ("redcap.example.org/api/", "not a URL"),
        ("/api/", "not a URL"),
        ("ftp://redcap.example.org/api/", "https://"),
        ("file:///api/", "https://"),
        ("mailto:someone@example.org", "https://"),
        ("https://redcap.example.org/api/?x=1", "parameters"),
        ("https://redcap.example.org/api/#top", "#"),
        ("https://someone@redcap.example.org/api/", "user name"),
        ("https://h.example.org/redcap_v14.5.5/API/", "version"),
        ("https://h.example.org/redcap/redcap_v9.0.0/API", "version"),
    ] {
        let message = refusal(url);
        assert!(message.contains(hint), "{url}: {message}");
    }
}

#[test]
fn messages_repeat_nothing_of_a_refused_address() {
    for url in [
        "https://user:hunter2@redcap.example.org/api/",
        "https://redcap.example.org/api/?token=hunter2",
        "https://redcap.example.org/api/#hunter2",
        "hunter2",
        "hunter2://x",
        "http://hunter2.example.org/api/",
    ] {
        let error = failure(Client::new(url, TOKEN));
        assert!(!shown(&error).contains("hunter2"), "{url}");
    }
    // The arguments the wrong way round.
    let error = failure(Client::new(TOKEN, "https://redcap.example.org/api/"));
    assert!(!shown(&error).contains(TOKEN));
}

#[test]
fn tokens_have_32_or_64_letters_and_digits() {
    let url = "https://redcap.example.org/api/";
    for length in [32, 64] {
        assert!(Client::new(url, "A".repeat(length)).is_ok());
    }
    let long = "A".repeat(32);
    for token in [
        String::new(),
        "A".repeat(31),
        "A".repeat(33),
        "A".repeat(65),
        format!(" {long}"),
        format!("{long}\n"),
        format!("{}-", "A".repeat(31)),
        "é".repeat(16),
    ] {
        let error = failure(Client::new(url, token.clone()));
        assert_eq!(error.kind(), ErrorKind::InvalidToken);
        assert!(token.is_empty() || !shown(&error).contains(token.trim()));
        assert!(!shown(&error).contains("AAAA"));
    }
}

#[test]
fn nothing_is_trimmed_from_a_token() {
    assert_eq!(Token::from(" x ").expose(), " x ");
    assert_eq!(Token::from(String::from("x\n")).expose(), "x\n");
}

#[test]
fn clients_can_be_shared_between_threads() {
    fn shared<T: Clone + Send + Sync + std::fmt::Debug + 'static>(_: &T) {}
    let client = Client::new("https://redcap.example.org/api", TOKEN).expect("a client");
    shared(&client);
    assert_eq!(client.clone().url(), client.url());
}

#[test]
fn errors_travel_and_are_small() {
    fn travels<T: std::error::Error + Send + Sync + 'static>() {}
    travels::<redcap::runtime::Error>();
    assert_eq!(size_of::<redcap::runtime::Error>(), size_of::<usize>());
}
