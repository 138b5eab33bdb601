// A real mail server for tests and drills. Listens with STARTTLS and login, says on standard output what it took (a line
// of JSON each), and behaves as it is told on standard input: ok, refuse-login, greylist, reject, drop, slow.
// node server.mjs PORT KEY_FILE CERT_FILE USER PASSWORD [no-starttls]
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { SMTPServer } from "smtp-server";

const [port, key, cert, user, password, option] = process.argv.slice(2);
const say = value => process.stdout.write(JSON.stringify(value) + "\n");
const fault = (code, text) => Object.assign(new Error(text), { responseCode: code });
const greylisted = new Set();
let mode = "ok";

const server = new SMTPServer({
  key: readFileSync(key),
  cert: readFileSync(cert),
  authMethods: ["LOGIN", "PLAIN"],
  authOptional: !user,
  hideSTARTTLS: option === "no-starttls",
  disabledCommands: option === "no-starttls" ? ["STARTTLS"] : [],
  allowInsecureAuth: option === "no-starttls",
  logger: false,
  onAuth(auth, session, done) {
    const isKnown = mode !== "refuse-login" && auth.username === user && auth.password === password;
    say({ login: auth.username, accepted: isKnown, secure: session.secure });
    return isKnown ? done(null, { user }) : done(fault(535, "Authentication failed"));
  },
  onRcptTo(address, session, done) {
    if (mode === "reject") return done(fault(550, `No such user ${address.address}`));
    if (mode === "greylist" && !greylisted.has(address.address)) {
      greylisted.add(address.address);
      say({ greylisted: address.address });
      return done(fault(451, "Greylisted, try again"));
    }
    return done();
  },
  onData(stream, session, done) {
    if (mode === "drop") {
      say({ dropped: true });
      session.connection?._socket?.destroy();
      stream.once("data", () => stream.destroy());
      for (const connection of server.connections) connection._socket.destroy();
      return;
    }
    const parts = [];
    stream.on("data", part => parts.push(part));
    stream.on("end", () => {
      const took = () => {
        say({ from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(to => to.address), secure: session.secure, raw: Buffer.concat(parts).toString("base64") });
        done();
      };
      if (mode === "slow") setTimeout(took, 4000);
      else took();
    });
  },
});

server.on("error", () => {}); // Connections that break are what some tests are about.
server.listen(Number(port), "127.0.0.1", () => say({ listening: server.server.address().port }));
createInterface({ input: process.stdin }).on("line", line => {
  mode = line;
  say({ mode });
});
