-- A rule of one's own for policies.yaml: up to 16, but never less than a box of four, and nothing on a whim.
return function(view, memory, with)
  local lacking = 16 - view.position
  return lacking >= 4 and lacking or 0
end
