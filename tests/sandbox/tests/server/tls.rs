//! HTTPS, and tunnels as through a proxy.

use redcap_sandbox::{Options, Sandbox};

use crate::support::{TOKEN, project};
use crate::wire::{self, request, send};

async fn start(options: Options) -> Sandbox {
    let sandbox = Sandbox::start(options).await.expect("a free port");
    sandbox.server().seed(project("test_simple_project"), Some(TOKEN));
    sandbox
}

fn client(sandbox: &Sandbox) -> reqwest::ClientBuilder {
    let authority = reqwest::Certificate::from_pem(sandbox.authority().as_bytes()).expect("a certificate");
    wire::client().tls_certs_only([authority])
}

async fn version(client: reqwest::ClientBuilder, url: &str) -> reqwest::Result<String> {
    let client = client.build().expect("a client");
    client.post(url).form(&[("token", TOKEN), ("content", "version")]).send().await?.text().await
}

#[tokio::test(flavor = "multi_thread")]
async fn https_is_trusted_by_the_authority_only() {
    let sandbox = start(Options::default().tls()).await;
    assert!(sandbox.url().starts_with("https://127.0.0.1:"));
    assert_eq!(version(client(&sandbox), &sandbox.url()).await.expect("an answer"), "17.4.1");
    let by_name = sandbox.url().replace("127.0.0.1", "localhost");
    let named = client(&sandbox).resolve("localhost", sandbox.address());
    assert_eq!(version(named, &by_name).await.expect("an answer"), "17.4.1");
    let stranger = wire::client();
    assert!(version(stranger, &sandbox.url()).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn https_alone_refuses_plain_http() {
    let sandbox = start(Options::default().tls()).await;
    let address = sandbox.address();
    let heard = tokio::task::spawn_blocking(move || request(address, "POST /api/", &[], "")).await;
    assert_eq!(heard.expect("no panic").status(), 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_with_another_host_comes_through_the_proxy() {
    for options in [Options::default(), Options::default().tls()] {
        let sandbox = start(options).await;
        for host in ["redcapdemo.vumc.org", "redcap.example.edu:8443", "192.0.2.7"] {
            let proxy = reqwest::Proxy::https(format!("http://{}", sandbox.address())).expect("a proxy");
            let through = wire::client()
                .tls_certs_only([
                    reqwest::Certificate::from_pem(sandbox.authority().as_bytes()).expect("a certificate")
                ])
                .proxy(proxy);
            assert_eq!(version(through, &format!("https://{host}/api/")).await.expect("an answer"), "17.4.1");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn faults_go_through_the_tunnel() {
    let sandbox = start(Options::default()).await;
    let proxy = reqwest::Proxy::https(format!("http://{}", sandbox.address())).expect("a proxy");
    let through = wire::client()
        .tls_certs_only([
            reqwest::Certificate::from_pem(sandbox.authority().as_bytes()).expect("a certificate")
        ])
        .proxy(proxy);
    sandbox.server().faults.arm("reset-inside,times=1".parse().expect("a fault"));
    assert!(version(through, "https://redcap.example.org/api/").await.is_err());
    assert_eq!(sandbox.server().faults.list(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_control_surface_is_not_in_the_tunnel() {
    let sandbox = start(Options::default()).await;
    let proxy = reqwest::Proxy::https(format!("http://{}", sandbox.address())).expect("a proxy");
    let through = wire::client()
        .tls_certs_only([
            reqwest::Certificate::from_pem(sandbox.authority().as_bytes()).expect("a certificate")
        ])
        .proxy(proxy)
        .build()
        .expect("a client");
    for host in ["localhost", "127.0.0.1", "redcap.example.org"] {
        let answer =
            through.get(format!("https://{host}/_sandbox/projects")).send().await.expect("an answer");
        assert_eq!(answer.status(), 403, "{host}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_looks_like_a_tunnel_is_refused() {
    let sandbox = start(Options::default()).await;
    let address = sandbox.address();
    for head in
        ["CONNECT nowhere HTTP/1.1\r\n\r\n", "COPY /api/ HTTP/1.1\r\n\r\n", "CONNECT :443 HTTP/1.1\r\n\r\n"]
    {
        let heard =
            tokio::task::spawn_blocking(move || send(address, head.as_bytes())).await.expect("no panic");
        assert_eq!(heard.status(), 400, "{head}");
    }
}
