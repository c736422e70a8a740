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
use lsp_server::{Connection, ErrorCode, Message, Notification, RequestId, Response};
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

/// How often to look whether a course has been read.
const TICK: Duration = Duration::from_millis(20);

/// Serves an editor over standard input and output until it says goodbye or goes away; false if it went without a word.
/// `messages` is the language that was asked for; else the editor's own, else `fallback`.
///
/// # Errors
/// If what it sends is not the protocol.
pub fn serve(request: Request, messages: Option<Messages>, fallback: Messages) -> anyhow::Result<bool> {
    let (connection, threads) = Connection::stdio();
    let (id, params) = connection.initialize_start().context("the editor did not introduce itself")?;
    // What cannot be understood is taken as not said.
    let params: InitializeParams = serde_json::from_value(params).unwrap_or_default();
    let offered = params.capabilities.general.as_ref().and_then(|it| it.position_encodings.as_deref()).unwrap_or_default();
    let encoding = Encoding::agreed(offered);
    let own = params.locale.as_deref().map(Messages::of_locale);
    let messages = messages.or(own).unwrap_or(fallback);
    let _ = connection.sender.send(Response::new_ok(id, introduction(encoding)).into());
    let watches = params.capabilities.workspace.as_ref().and_then(|it| it.did_change_watched_files.as_ref());
    let mut server = Server {
        connection,
        desk: Desk::new(request, encoding, messages),
        stale: BTreeSet::new(),
        told: BTreeMap::new(),
        can_watch: watches.and_then(|it| it.dynamic_registration).unwrap_or(false),
    };
    let said_goodbye = server.run();
    // The threads end when nobody can send any more.
    drop(server);
    threads.join().context("cannot speak with the editor")?;
    Ok(said_goodbye)
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
    /// Whether the editor tells of files that others change, if it is asked to.
    can_watch: bool,
}

impl Server {
    /// Runs until the editor says goodbye; false if it went away without.
    fn run(&mut self) -> bool {
        let mut is_shut_down = false;
        loop {
            if let Some(place) = self.desk.finished() {
                self.tell(place);
            }
            let wait = if self.desk.is_busy() { TICK } else { PAUSE };
            let message = if self.stale.is_empty() && !self.desk.is_busy() {
                self.connection.receiver.recv().ok()
            } else {
                match self.connection.receiver.recv_timeout(wait) {
                    Ok(message) => Some(message),
                    Err(error) if error.is_timeout() => {
                        self.go_on();
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
                // What is asked of the editor needs no answer.
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
                self.at_once(&params.text_document_position_params, |it| answer(&hover(it)))
            }
            "textDocument/completion" => {
                let params: CompletionParams = read(params)?;
                self.at_once(&params.text_document_position_params, |it| answer(&complete(it)))
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
                match self.desk.recent_file(&params.text_document.uri) {
                    Some((view, path, text)) => answer(&outline(&view, &path, &text)),
                    None => Ok(json!([])),
                }
            }
            "textDocument/codeAction" => {
                let params: CodeActionParams = read(params)?;
                match self.desk.recent_file(&params.text_document.uri) {
                    // Mends of an older text would be put in at the wrong places.
                    Some((view, path, text)) if view.text(&path).as_deref() == Some(&*text) => {
                        answer(&actions(&view, &path, params.range))
                    }
                    _ => Ok(json!([])),
                }
            }
            _ => Err((ErrorCode::MethodNotFound, format!("tvartom does not know {method}"))),
        }
    }

    /// Answers a question about a place in a text; about one that belongs to no course there is nothing to say.
    fn at(&mut self, place: &TextDocumentPositionParams, ask: impl FnOnce(&Cursor<'_>) -> Answer) -> Answer {
        let Some((view, path)) = self.desk.file(&place.text_document.uri) else { return Ok(Value::Null) };
        match view.text(&path) {
            Some(text) => ask(&cursor(&view, path, text, place.position)),
            None => Ok(Value::Null),
        }
    }

    /// Answers without waiting for what was typed last to be read: what was known a moment ago will do.
    fn at_once(&mut self, place: &TextDocumentPositionParams, ask: impl FnOnce(&Cursor<'_>) -> Answer) -> Answer {
        match self.desk.recent_file(&place.text_document.uri) {
            Some((view, path, text)) => ask(&cursor(&view, path, text, place.position)),
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
            "initialized" => {
                self.watch();
                None
            }
            _ => None,
        };
        self.stale.extend(changed);
    }

    /// Asks the editor to tell of files that others change: another window, a colleague, version control.
    fn watch(&self) {
        if !self.can_watch {
            return;
        }
        let watchers = [json!({ "globPattern": "**/*.{md,yaml,bib,png,jpg,jpeg,gif,svg,webp,avif}" })];
        let registration =
            json!({ "id": "files", "method": "workspace/didChangeWatchedFiles", "registerOptions": { "watchers": watchers } });
        let request = lsp_server::Request::new(
            RequestId::from("watch".to_owned()),
            "client/registerCapability".to_owned(),
            json!({ "registrations": [registration] }),
        );
        let _ = self.connection.sender.send(request.into());
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

    /// Goes on with a course that changed: reads it, and tells what is wrong when that is done.
    fn go_on(&mut self) {
        if self.desk.is_busy() {
            return;
        }
        let Some(place) = self.stale.pop_first() else { return };
        // Of a course of which nothing lies open any more, nothing is told.
        if self.desk.known(&place).is_some() || !self.desk.places().contains(&place) {
            self.tell(place);
        } else {
            self.desk.begin(&place);
        }
    }

    /// Tells what is wrong in a course, and takes back what no longer is. If it changed again while it was read, it waits.
    fn tell(&mut self, place: Place) {
        let is_open = self.desk.places().contains(&place);
        let view = self.desk.known(&place).filter(|_| is_open);
        if is_open && view.is_none() {
            return;
        }
        let found = catch_unwind(AssertUnwindSafe(|| view.map(|it| findings(&it)).unwrap_or_default()));
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
            let message = Notification::new("textDocument/publishDiagnostics".to_owned(), params);
            let _ = self.connection.sender.send(message.into());
        }
        self.told.insert(place, told);
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
