/** The sheet of the sign-in pages: tokens of the product, one column, readable from 320 px up. */
export const signInStyle = `
:root {
  color-scheme: light dark;
  --text: #1f1f1f; --quiet: #595959; --paper: #fff; --ground: #f5f5f5; --line: #8c8c8c; --hair: #e8e8e8;
  --primary: #0958d9; --on-primary: #fff; --danger: #cf1322; --danger-ground: #fff1f0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e8e8e8; --quiet: #b0b0b0; --paper: #1f1f1f; --ground: #141414; --line: #8c8c8c; --hair: #303030;
    --primary: #8ab4ff; --on-primary: #0b1a33; --danger: #ff9c94; --danger-ground: #2c1618;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; background: var(--ground); color: var(--text);
  font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif;
}
main { max-width: 400px; margin: 0 auto; padding: 12vh 16px 32px; }
.product { margin: 0 0 16px; color: var(--quiet); font-size: 14px; }
.card { background: var(--paper); border: 1px solid var(--hair); border-radius: 4px; padding: 24px; }
h1 { margin: 0 0 4px; font-size: 20px; line-height: 1.4; font-weight: 600; }
.lead { margin: 0 0 20px; color: var(--quiet); font-size: 14px; }
label { display: block; margin: 16px 0 4px; font-size: 14px; }
input {
  width: 100%; height: 40px; padding: 0 12px; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--line); border-radius: 4px;
}
input[aria-invalid="true"] { border-color: var(--danger); }
input[autocomplete="one-time-code"] { font-variant-numeric: tabular-nums; letter-spacing: .2em; }
.help { margin: 4px 0 0; color: var(--quiet); font-size: 14px; }
.error { margin: 4px 0 0; color: var(--danger); font-size: 14px; }
.alert { margin: 0 0 16px; padding: 8px 12px; font-size: 14px; color: var(--danger); background: var(--danger-ground); border-radius: 4px; }
button {
  width: 100%; height: 40px; margin-top: 24px; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--on-primary); background: var(--primary); border: 0; border-radius: 4px;
}
button.plain { margin-top: 12px; font-weight: 400; color: var(--primary); background: none; }
a { color: var(--primary); }
input:focus-visible, button:focus-visible, a:focus-visible { outline: 2px solid var(--primary); outline-offset: 2px; }
ol { margin: 0 0 16px; padding-left: 20px; font-size: 14px; }
.qr { display: block; width: 180px; margin: 0 auto 12px; background: #fff; }
.qr svg { display: block; width: 100%; height: auto; }
.secret { overflow-wrap: anywhere; font-family: ui-monospace, "Noto Sans Mono", monospace; }
@media (max-width: 480px) { main { padding-top: 24px; } .card { padding: 20px 16px; } }
@media print { button { display: none; } }
`;
