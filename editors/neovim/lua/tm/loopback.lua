-- A page for one browser on this machine: it is told things, and says what is done in it. Nobody else reaches it: it
-- listens on the loopback only, its address has a secret in it, and pages of other addresses are refused.

local M = {}

local LARGEST = 64 * 1024 -- what a browser may send at once
local uv = vim.uv

local function secret()
  local bytes = assert(uv.random(16))
  return (bytes:gsub(".", function(byte)
    return string.format("%02x", byte:byte())
  end))
end

local function head(status, kind, more)
  return "HTTP/1.1 " .. status .. "\r\nContent-Type: " .. kind .. "\r\nCache-Control: no-store\r\n" .. (more or "") .. "\r\n"
end

local function answer(socket, status, kind, body, more)
  local length = "Content-Length: " .. #body .. "\r\nConnection: close\r\n" .. (more or "")
  socket:write(head(status, kind, length) .. body, function()
    if not socket:is_closing() then
      socket:close()
    end
  end)
end

-- The method, the path, the body and the host of a request; nothing as long as a part of it is missing.
local function read(text)
  local _, stop = text:find("\r\n\r\n", 1, true)
  local method, path = text:match("^(%u+) (%S+) HTTP/1%.[01]\r\n")
  if not stop or not method then
    return nil
  end
  local fields = "\n" .. text:sub(1, stop):lower()
  local length = tonumber(fields:match("\ncontent%-length:%s*(%d+)")) or 0
  local body = text:sub(stop + 1)
  if #body < length then
    return nil
  end
  return { method = method, path = path, body = body, host = fields:match("\nhost:%s*([^\r]*)") }
end

-- Serves a page. `page(nonce)` gives its text and the policy that it is under; `hear(what, text)` is called with what it
-- sends. Returns its address, and a function that tells it something; nothing where no port can be had.
function M.serve(page, hear)
  local server = assert(uv.new_tcp())
  local way = "/" .. secret()
  local listeners = {}
  if not server:bind("127.0.0.1", 0) then
    return nil
  end
  local host = "127.0.0.1:" .. server:getsockname().port

  local function forget(socket)
    listeners[socket] = nil
    if not socket:is_closing() then
      socket:close()
    end
  end

  local function respond(socket, request)
    local what = request.path:match("^" .. way .. "/(%l*)$")
    if request.host ~= host or not what then
      answer(socket, "404 Not Found", "text/plain", "")
    elseif request.method == "POST" then
      answer(socket, "204 No Content", "text/plain", "")
      hear(what, request.body)
    elseif what == "events" then
      socket:write(head("200 OK", "text/event-stream"))
      listeners[socket] = true
      hear("ready", "")
    elseif what == "" then
      local text, policy = page(secret())
      answer(socket, "200 OK", "text/html; charset=utf-8", text, "Content-Security-Policy: " .. policy .. "\r\n")
    else
      answer(socket, "404 Not Found", "text/plain", "")
    end
  end

  local function accept()
    local socket = assert(uv.new_tcp())
    server:accept(socket)
    local text = ""
    socket:read_start(function(problem, part)
      if problem or not part or #text > LARGEST then
        return forget(socket)
      end
      text = text .. part
      local request = read(text)
      if request then
        text = ""
        vim.schedule(function()
          if not socket:is_closing() then
            respond(socket, request)
          end
        end)
      end
    end)
  end

  server:listen(8, function(problem)
    if not problem then
      accept()
    end
  end)

  local function tell(message)
    local line = "data: " .. vim.json.encode(message) .. "\n\n"
    for socket in pairs(listeners) do
      if not socket:is_closing() then
        socket:write(line)
      end
    end
  end
  return "http://" .. host .. way .. "/", tell
end

return M
