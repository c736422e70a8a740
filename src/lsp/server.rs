//! Speaks the protocol: answers what is asked, and tells what is wrong when the author pauses.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use anyhow::Context;
use gen_lsp_types::{
    CodeActionParams, CompletionParams, DefinitionParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams, DocumentSymbolParams, HoverParams,
    InitializeParams, PrepareRenameParams, PublishDiagnosticsParams, ReferenceParams, RenameParams,
    TextDocumentContentChangeEvent, TextDocumentPositionParams, Uri,
};
use lsp_server::{Connection, ErrorCode, Message, Notification, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::actions::actions;
use super::complete::complete;
use super::desk::{Desk, Place, cursor};
use super::findings::findings;
use super::hover::hover;
use super::outline::outline;
use super::position::Encoding;
use super::rename::{prepare, rename};
use super::travel::{definitions, uses};
use super::view::Cursor;
use crate::diagnostic::report::Messages;
use crate::pipeline::Request;

/// How long nothing must be typed before everything is read anew.
const PAUSE: Duration = Duration::from_millis(150);

/// Serves an editor over standard input and output until it says goodbye or goes away. `messages` is the language that was
/// asked for; else the editor's own, else `fallback`.
///
/// # Errors
/// If the editor goes away without a goodbye, or what it sends is not the protocol.
pub fn serve(request: Request, messages: Option<Messages>, fallback: Messages) -> anyhow::Result<()> {
    let (connection, threads) = Connection::stdio();
    let (id, params) = connection.initialize_start().context("the editor did not introduce itself")?;
    // What cannot be understood is taken as not said.
    let params: InitializeParams = serde_json::from_value(params).unwrap_or_default();
    let offered = params.capabilities.general.as_ref().and_then(|it| it.position_encodings.as_deref()).unwrap_or_default();
    let encoding = Encoding::agreed(offered);
    let own = params.locale.as_deref().map(Messages::of_locale);
    let messages = messages.or(own).unwrap_or(fallback);
    let _ = connection.sender.send(Response::new_ok(id, introduction(encoding)).into());
    let mut server =
        Server { connection, desk: Desk::new(request, encoding, messages), stale: BTreeSet::new(), told: BTreeMap::new() };
    let is_over = server.run();
    // The threads end when nobody can send any more.
    drop(server);
    threads.join().context("cannot speak with the editor")?;
    if is_over { Ok(()) } else { anyhow::bail!("the editor went away without saying goodbye") }
}

/// What we can do.
fn introduction(encoding: Encoding) -> Value {
    json!({
        "capabilities": {
            "positionEncoding": encoding.kind(),
            // Texts come whole, so that ours can never drift from the editor's.
            "textDocumentSync": { "openClose": true, "change": 1, "save": { "includeText": false } },
            "hoverProvider": true,
            "completionProvider": { "triggerCharacters": ["=", "@", "#", ".", ":", " ", "(", "{"] },
            "definitionProvider": true,
            "referencesProvider": true,
            "documentSymbolProvider": true,
            "codeActionProvider": { "codeActionKinds": ["quickfix"] },
            "renameProvider": { "prepareProvider": true },
        },
        "serverInfo": { "name": "tvartom", "version": env!("CARGO_PKG_VERSION") },
    })
}

/// What a question comes to: an answer, or a sentence that says why there is none.
type Answer = Result<Value, (ErrorCode, String)>;

struct Server {
    connection: Connection,
    desk: Desk,
    /// Courses that changed since their findings were told.
    stale: BTreeSet<Place>,
    /// The files of each course that findings were told of, to take them back.
    told: BTreeMap<Place, BTreeSet<Uri>>,
}

impl Server {
    /// Runs until the editor says goodbye; false if it went away without.
    fn run(&mut self) -> bool {
        let mut is_shut_down = false;
        loop {
            let message = if self.stale.is_empty() {
                self.connection.receiver.recv().ok()
            } else {
                match self.connection.receiver.recv_timeout(PAUSE) {
                    Ok(message) => Some(message),
                    Err(error) if error.is_timeout() => {
                        self.tell();
                        continue;
                    }
                    Err(_) => None,
                }
            };
            match message {
                None => return is_shut_down,
                Some(Message::Notification(it)) if it.method == "exit" => return is_shut_down,
                Some(Message::Notification(it)) => self.hear(it),
                Some(Message::Request(it)) => {
                    let answer = match it.method.as_str() {
                        "shutdown" => {
                            is_shut_down = true;
                            Ok(Value::Null)
                        }
                        _ if is_shut_down => Err((ErrorCode::InvalidRequest, "goodbye was said".to_owned())),
                        method => self.answer(method, it.params),
                    };
                    let response = match answer {
                        Ok(value) => Response::new_ok(it.id, value),
                        Err((code, sentence)) => Response::new_err(it.id, code as i32, sentence),
                    };
                    let _ = self.connection.sender.send(response.into());
                }
                // Nothing is asked of the editor.
                Some(Message::Response(_)) => {}
            }
        }
    }

    /// Answers a question. A mistake of ours costs this answer, not the author's session.
    fn answer(&mut self, method: &str, params: Value) -> Answer {
        let answered = catch_unwind(AssertUnwindSafe(|| self.ask(method, params)));
        answered.unwrap_or_else(|_| Err((ErrorCode::InternalError, format!("{method} failed; this is a mistake in tvartom"))))
    }

    fn ask(&mut self, method: &str, params: Value) -> Answer {
        match method {
            "textDocument/hover" => {
                let params: HoverParams = read(params)?;
                self.at(&params.text_document_position_params, |it| answer(&hover(it)))
            }
            "textDocument/completion" => {
                let params: CompletionParams = read(params)?;
                self.at(&params.text_document_position_params, |it| answer(&complete(it)))
            }
            "textDocument/definition" => {
                let params: DefinitionParams = read(params)?;
                self.at(&params.text_document_position_params, |it| answer(&definitions(it)))
            }
            "textDocument/references" => {
                let params: ReferenceParams = read(params)?;
                let with_definitions = params.context.include_declaration;
                self.at(&params.text_document_position_params, |it| answer(&uses(it, with_definitions)))
            }
            "textDocument/prepareRename" => {
                let params: PrepareRenameParams = read(params)?;
                self.at(&params.text_document_position_params, |it| answer(&prepare(it)))
            }
            "textDocument/rename" => {
                let params: RenameParams = read(params)?;
                self.at(&params.text_document_position_params, |it| match rename(it, &params.new_name) {
                    Ok(edit) => answer(&edit),
                    Err(sentence) => Err((ErrorCode::RequestFailed, sentence)),
                })
            }
            "textDocument/documentSymbol" => {
                let params: DocumentSymbolParams = read(params)?;
                match self.desk.file(&params.text_document.uri) {
                    Some((view, path)) => answer(&outline(&view, &path)),
                    None => Ok(json!([])),
                }
            }
            "textDocument/codeAction" => {
                let params: CodeActionParams = read(params)?;
                match self.desk.file(&params.text_document.uri) {
                    Some((view, path)) => answer(&actions(&view, &path, params.range)),
                    None => Ok(json!([])),
                }
            }
            _ => Err((ErrorCode::MethodNotFound, format!("tvartom does not know {method}"))),
        }
    }

    /// Answers a question about a place in a text; about one that belongs to no course there is nothing to say.
    fn at(&mut self, place: &TextDocumentPositionParams, ask: impl FnOnce(&Cursor<'_>) -> Answer) -> Answer {
        let Some((view, path)) = self.desk.file(&place.text_document.uri) else { return Ok(Value::Null) };
        match cursor(&view, &path, place.position) {
            Some(cursor) => ask(&cursor),
            None => Ok(Value::Null),
        }
    }

    /// Hears what the editor tells; what cannot be understood is passed over.
    fn hear(&mut self, it: Notification) {
        let changed = match it.method.as_str() {
            "textDocument/didOpen" => heard(it.params).and_then(|it: DidOpenTextDocumentParams| {
                let document = it.text_document;
                self.desk.lay(&document.uri, document.version, document.text)
            }),
            "textDocument/didChange" => heard(it.params).and_then(|it: DidChangeTextDocumentParams| self.change(it)),
            "textDocument/didClose" => {
                heard(it.params).and_then(|it: DidCloseTextDocumentParams| self.desk.take(&it.text_document.uri))
            }
            "textDocument/didSave" => heard(it.params).and_then(|it: DidSaveTextDocumentParams| {
                let path = it.text_document.uri.to_file_path().ok()?;
                self.desk.changed(&path)
            }),
            "workspace/didChangeWatchedFiles" => {
                let changes = heard(it.params).map(|it: DidChangeWatchedFilesParams| it.changes).unwrap_or_default();
                for path in changes.iter().filter_map(|it| it.uri.to_file_path().ok()) {
                    self.stale.extend(self.desk.changed(&path));
                }
                None
            }
            _ => None,
        };
        self.stale.extend(changed);
    }

    fn change(&mut self, it: DidChangeTextDocumentParams) -> Option<Place> {
        let uri = it.text_document.text_document_identifier.uri;
        let mut text = self.desk.open_text(&uri).unwrap_or_default().to_owned();
        for change in it.content_changes {
            text = match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(it) => it.text,
                // An editor that sends parts though whole texts were asked for is understood all the same.
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(it) => {
                    let start = self.desk.encoding.byte(&text, it.range.start);
                    let end = self.desk.encoding.byte(&text, it.range.end).max(start);
                    format!("{}{}{}", &text[..start], it.text, &text[end..])
                }
            };
        }
        self.desk.lay(&uri, it.text_document.version, text)
    }

    /// Tells what is wrong in the courses that changed, and takes back what no longer is.
    fn tell(&mut self) {
        let open = self.desk.places();
        for place in std::mem::take(&mut self.stale) {
            // Of a course of which nothing lies open any more, nothing is told.
            let found = catch_unwind(AssertUnwindSafe(|| {
                let view = if open.contains(&place) { self.desk.view(&place) } else { None };
                view.map(|it| findings(&it)).unwrap_or_default()
            }));
            let mut found = found.unwrap_or_default();
            for uri in self.told.remove(&place).unwrap_or_default() {
                found.entry(uri).or_default();
            }
            let mut told = BTreeSet::new();
            for (uri, diagnostics) in found {
                if !diagnostics.is_empty() {
                    told.insert(uri.clone());
                }
                let version = self.desk.version(&uri);
                let params = PublishDiagnosticsParams { uri, version, diagnostics };
                let told = Notification::new("textDocument/publishDiagnostics".to_owned(), params);
                let _ = self.connection.sender.send(told.into());
            }
            self.told.insert(place, told);
        }
    }
}

fn read<T: DeserializeOwned>(params: Value) -> Result<T, (ErrorCode, String)> {
    serde_json::from_value(params).map_err(|error| (ErrorCode::InvalidParams, error.to_string()))
}

fn heard<T: DeserializeOwned>(params: Value) -> Option<T> {
    serde_json::from_value(params).ok()
}

fn answer(value: &impl Serialize) -> Answer {
    serde_json::to_value(value).map_err(|error| (ErrorCode::InternalError, error.to_string()))
}
