-- Run by `check`: what a user sees in Neovim, asked of Neovim itself.

local function fail(message)
  io.stderr:write("failed: " .. message .. "\n")
  vim.cmd("cquit 1")
end

local function expect(what, found, wanted)
  if not vim.deep_equal(found, wanted) then
    fail(what .. ": found " .. vim.inspect(found) .. ", wanted " .. vim.inspect(wanted))
  end
end

local function colour(line, column)
  local captures = vim.treesitter.get_captures_at_pos(0, line - 1, column - 1)
  return captures[#captures] and captures[#captures].capture
end

-- The second line of the first block.
local function block_line()
  return vim.fn.search("{$", "nw") + 1
end

local function check()
  vim.cmd.edit("../../examples/bookshop/flows.tm")
  expect("file type", vim.bo.filetype, "tm")
  local parser = vim.treesitter.get_parser(0)
  expect("language", parser:lang(), "tm")
  expect("mistakes", parser:parse(true)[1]:root():has_error(), false)
  expect("colours are on", vim.treesitter.highlighter.active[vim.api.nvim_get_current_buf()] ~= nil, true)
  vim.wait(2000, function()
    vim.cmd.normal({ "zx", bang = true })
    return vim.fn.foldlevel(block_line()) > 0
  end)
  expect("fold", vim.fn.foldlevel(block_line()) > 0, true)

  vim.cmd.enew({ bang = true })
  vim.api.nvim_buf_set_lines(0, 0, -1, false, {
    "process api: WebService {",
    "  encrypted = true",
    "}",
  })
  vim.bo.filetype = "tm"
  vim.treesitter.get_parser(0):parse(true)
  expect("colour of a word", colour(1, 1), "keyword")
  expect("colour of a type", colour(1, 14), "type")
  expect("colour of a property", colour(2, 3), "property")
  expect("colour of a truth", colour(2, 15), "boolean")
  expect("comment", vim.bo.commentstring, "// %s")
  print("Neovim colours and folds")
end

-- The lines of the model that the server is asked about.
local MODEL = {
  "use std.web",
  "",
  'data Order "Order" { confidentiality = High }',
  "",
  "process api: WebService",
  "store db: SqlDatabase { hodls = Order }",
  "",
  "flow save: api -> db { sends = Order }",
}

local function wait(what, condition)
  if not vim.wait(10000, condition, 50) then
    fail(what .. ": not within ten seconds; " .. vim.inspect(vim.diagnostic.get(0)))
  end
end

local function errors()
  return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })
end

local function ask(client, method, params)
  local answer = client:request_sync(method, params, 5000, 0)
  if not answer or answer.err then
    fail(method .. ": " .. vim.inspect(answer))
  end
  return answer.result
end

-- A browser: what the page is told, and a way to say what is done in it.
local function browser(address)
  local port, path = address:match("^http://127%.0%.0%.1:(%d+)(/%x+/)$")
  local function send(text, hear)
    local socket = assert(vim.uv.new_tcp())
    socket:connect("127.0.0.1", tonumber(port), function()
      socket:read_start(function(_, part)
        if part and hear then
          hear(part)
        end
      end)
      socket:write(text)
    end)
  end
  local function request(first, host, body)
    return first .. " HTTP/1.1\r\nHost: " .. host .. "\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
  end
  local here = "127.0.0.1:" .. port
  local page = { told = "" }
  function page.get(what, host)
    page.told = ""
    send(request("GET " .. path .. what, host or here, ""), function(part)
      page.told = page.told .. part
    end)
  end
  function page.post(what, body)
    send(request("POST " .. path .. what, here, body))
  end
  function page.wait(what, text)
    wait(what, function()
      return page.told:find(text, 1, true) ~= nil
    end)
  end
  return page
end

-- The picture follows text and cursor, and a click leads to the text.
local function check_preview(at)
  local address
  vim.ui.open = function(there)
    address = there
  end
  vim.cmd.TmPreview()
  expect("an address", address ~= nil, true)
  local page = browser(address)
  page.get("", "elsewhere.example")
  page.wait("others are refused", "404 Not Found")
  page.get("")
  page.wait("a page", "EventSource")
  page.get("events")
  page.wait("a picture", 'data-id=\\"gateway\\"')
  at(6, 8)
  vim.api.nvim_exec_autocmds("CursorMoved", { pattern = vim.api.nvim_buf_get_name(0) })
  page.wait("what the cursor stands on", '"id":"db"')
  page.post("open", "gateway")
  wait("a click leads to the text", function()
    return vim.api.nvim_win_get_cursor(0)[1] == 5
  end)
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { "process fresh" })
  page.wait("the picture of what was typed", 'data-id=\\"fresh\\"')
  vim.api.nvim_buf_set_lines(0, -2, -1, false, {})
end

-- Neovim does not watch files everywhere: it asks where one comes back to it.
local function check_outside(client, folder)
  vim.cmd("silent write")
  ask(client, "workspace/symbol", { query = "desk" }) -- all is read as it was
  vim.fn.writefile({ "process latecomer" }, folder .. "/other/late.tm")
  vim.api.nvim_exec_autocmds("FocusGained", {})
  local answer
  wait("what was changed outside", function()
    answer = ask(client, "workspace/symbol", { query = "latecomer" })
    return #answer == 1
  end)
end

local function check_server()
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder)
  vim.fn.writefile({ 'name = "shop"', 'version = "0.1.0"', 'language = "1"' }, folder .. "/tm.toml")
  vim.fn.writefile(MODEL, folder .. "/model.tm")
  vim.cmd.edit({ folder .. "/model.tm", bang = true })
  wait("attach", function()
    return vim.lsp.get_clients({ bufnr = 0, name = "tm" })[1] ~= nil
  end)
  local client = vim.lsp.get_clients({ bufnr = 0, name = "tm" })[1]
  wait("a mistake is shown", function()
    return errors() == 1
  end)
  expect("its line", vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })[1].lnum, 5)

  vim.cmd("6s/hodls/holds/")
  wait("the mistake is gone", function()
    return errors() == 0
  end)

  local function at(line, column)
    vim.api.nvim_win_set_cursor(0, { line, column })
    return vim.lsp.util.make_position_params(0, client.offset_encoding)
  end
  local hover = ask(client, "textDocument/hover", at(8, 11))
  expect("hover speaks of the type", vim.inspect(hover):find("WebService") ~= nil, true)
  at(8, 11)
  vim.lsp.buf.definition()
  wait("a jump to the declaration", function()
    return vim.api.nvim_win_get_cursor(0)[1] == 5
  end)
  local completion = ask(client, "textDocument/completion", at(6, 24))
  local labels = vim.tbl_map(function(item)
    return item.label
  end, completion.items or completion)
  expect("properties are offered", vim.tbl_contains(labels, "encryption_at_rest"), true)
  at(8, 11)
  vim.lsp.buf.rename("shop_api")
  wait("the new name in both places", function()
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
    return select(2, text:gsub("shop_api", "")) == 2
  end)
  vim.api.nvim_buf_set_lines(0, 0, 1, false, { "use    std.web" })
  vim.lsp.buf.format({ async = false, timeout_ms = 5000 })
  expect("formatted", vim.api.nvim_buf_get_lines(0, 0, 1, false)[1], "use std.web")
  expect("lenses", type(ask(client, "textDocument/codeLens", { textDocument = { uri = vim.uri_from_bufnr(0) } })), "table")

  -- Another package of the repository: the same server, and a name of the first is changed in both.
  vim.fn.mkdir(folder .. "/other")
  vim.fn.writefile({ 'name = "other"', "[dependencies]", 'shop = { path = ".." }' }, folder .. "/other/tm.toml")
  vim.fn.writefile({ "use shop", "process desk", "flow desk -> shop_api" }, folder .. "/other/desk.tm")
  vim.cmd("silent write")
  vim.cmd.edit(folder .. "/other/desk.tm")
  wait("the same server", function()
    local found = vim.lsp.get_clients({ bufnr = 0, name = "tm" })[1]
    return found and found.id == client.id
  end)
  wait("no mistake", function()
    return errors() == 0
  end)
  local other = vim.api.nvim_get_current_buf()
  vim.cmd.buffer(vim.fn.bufnr(folder .. "/model.tm"))
  at(5, 9)
  vim.lsp.buf.rename("gateway")
  wait("the new name in the other package", function()
    return vim.api.nvim_buf_get_lines(other, 2, 3, false)[1] == "flow desk -> gateway"
  end)
  -- A mistake in a file that is not in the window.
  vim.api.nvim_buf_set_lines(0, 4, 5, false, { "process gate: WebService" })
  wait("a mistake in the other file", function()
    return #vim.diagnostic.get(other) > 0
  end)
  -- Files of the library belong to the server that leads to them.
  vim.api.nvim_buf_set_lines(0, 4, 5, false, { "process gateway: WebService" })
  at(5, 18)
  vim.lsp.buf.definition()
  wait("a file of the library", function()
    return vim.api.nvim_buf_get_name(0):find("/std/web/", 1, true) ~= nil
  end)
  wait("its server", function()
    local found = vim.lsp.get_clients({ bufnr = 0, name = "tm" })[1]
    return found and found.id == client.id
  end)
  vim.cmd.buffer(vim.fn.bufnr(folder .. "/model.tm"))
  check_preview(at)
  check_outside(client, folder)
  client:stop()
  wait("the server ends", function()
    return client:is_stopped()
  end)
  print("; the server: diagnostics, hover, definition, completion, rename, format, several packages, the preview, changes outside")
end

local ok, message = pcall(check)
if ok and vim.env.TM_SERVER == "yes" then
  ok, message = pcall(check_server)
end
if not ok then
  fail(message)
end
