-- Order up to `periods` times what is expected of a period: the mean of the last `window` demands, or, where `alpha` is
-- above 0, their exponential smoothing. What was demanded is what the position has lost.
return function(view, memory, with)
  if memory.position then
    local demand = memory.position + memory.ordered - view.position
    if with.alpha > 0 then
      memory.expected = (memory.expected or demand) + with.alpha * (demand - (memory.expected or demand))
    else
      memory.seen = memory.seen or {}
      table.insert(memory.seen, demand)
      if #memory.seen > with.window then table.remove(memory.seen, 1) end
      local sum = 0
      for _, one in ipairs(memory.seen) do sum = sum + one end
      memory.expected = sum / #memory.seen
    end
  end
  local expected = memory.expected or with.mean
  memory.position = view.position
  memory.ordered = math.max(0, math.floor(with.periods * expected + 0.5) - view.position)
  return memory.ordered
end
