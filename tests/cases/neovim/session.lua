-- Run by tests/tests/lsp_server.rs in a headless Neovim, 0.7 or newer: a session as its client sees it.

local function fail(message)
  io.stderr:write("failed: " .. message .. "\n")
  vim.cmd("cquit 1")
end

local function wait(what, condition)
  if not vim.wait(60000, condition, 20) then
    fail(what .. ": nothing within a minute; " .. vim.inspect(vim.diagnostic.get(0)))
  end
end

local function expect(what, found)
  if not found then
    fail(what)
  end
end

local function lines()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

vim.cmd("edit " .. vim.env.TM_FILE)
local id = vim.lsp.start_client({ name = "tm", cmd = { vim.env.TM_SERVER, "lsp" }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, id)
local client = vim.lsp.get_client_by_id(id)
wait("a server", function()
  return client.server_capabilities and client.initialized
end)

local function ask(method, line, column, more)
  vim.api.nvim_win_set_cursor(0, { line, column })
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params = vim.tbl_extend("force", params, more or {})
  local answer = client.request_sync(method, params, 60000, 0)
  if not answer or answer.err then
    fail(method .. ": " .. vim.inspect(answer))
  end
  return answer.result
end

-- Diagnostics come by themselves, and go when the mistake is mended.
wait("a diagnostic", function()
  local found = vim.diagnostic.get(0)
  return #found == 1 and found[1].code == "E0206" and found[1].lnum == 3
end)
vim.api.nvim_buf_set_text(0, 3, 12, 3, 18, { "db" })
wait("no diagnostic", function()
  return #vim.diagnostic.get(0) == 0
end)

local items = ask("textDocument/completion", 4, 12).items
local labels = vim.tbl_map(function(item) return item.label end, items)
expect("completion offers `db`: " .. vim.inspect(labels), vim.tbl_contains(labels, "db"))
local hover = ask("textDocument/hover", 4, 6)
expect("hover shows the process", hover.contents.value:find('process   api "Schnittstelle für alle"', 1, true))
local place = ask("textDocument/definition", 4, 6)
expect("definition leads to its line", place.range.start.line == 1)

local edit = ask("textDocument/rename", 4, 6, { newName = "backend" })
vim.lsp.util.apply_workspace_edit(edit, client.offset_encoding)
expect("rename changes all places: " .. lines(), lines():find("flow backend -> db", 1, true) and lines():find("process   backend", 1, true))
local edits = ask("textDocument/formatting", 1, 0, { options = { tabSize = 2, insertSpaces = true } })
vim.lsp.util.apply_text_edits(edits, 0, client.offset_encoding)
expect("formatting: " .. lines(), lines():find("process backend", 1, true))

-- An action, carried out as the client does it.
-- Changes that wait are sent before a request about a buffer by its number.
local buffer = vim.api.nvim_get_current_buf()
local range = { start = { line = 1, character = 0 }, ["end"] = { line = 2, character = 8 } }
local document = { uri = vim.uri_from_bufnr(0) }
local actions = client.request_sync("textDocument/codeAction", {
  textDocument = document, range = range, context = { diagnostics = {} },
}, 60000, buffer).result
local extract = vim.tbl_filter(function(action) return action.kind == "refactor.extract" end, actions)[1]
expect("an action that extracts: " .. vim.inspect(actions), extract)
vim.lsp.util.apply_workspace_edit(extract.edit, client.offset_encoding)
expect("two elements in a boundary: " .. lines(), lines():find("boundary inner {\n.-\n  process backend.-\n  store db\n}"))

-- A test is run from its lens, as it stands in the buffer.
vim.api.nvim_buf_set_lines(0, -1, -1, false, { 'test "near" {', "  process a", "  expect not a.external", "}" })
local lenses = client.request_sync("textDocument/codeLens", { textDocument = document }, 60000, buffer).result
local run = vim.tbl_filter(function(lens) return lens.command.command == "tm.runTest" end, lenses)[1].command
local ended = client.request_sync("workspace/executeCommand", { command = run.command, arguments = run.arguments }, 60000, buffer)
expect("the test passes: " .. vim.inspect(ended), ended.result.passed)
print("session ok")
vim.cmd("qall!")
