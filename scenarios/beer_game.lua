-- How people order, as Sterman (1989, Management Science 35, 321-339) measured it in the beer game: what they expect to
-- lose, plus a share of what they miss, where they notice only a part of what is already on its way.
return function(view, memory, with)
  local expected = memory.expected or with.mean
  if memory.position then
    local lost = memory.position + memory.ordered - view.position  -- what was demanded since the last review
    expected = expected + with.smoothing * (lost - expected)
  end
  local stock_gap = with.keep - (view.on_record - view.backlog)
  local way_gap = with.weeks * expected - view.on_order
  local units = expected + with.share * (stock_gap + with.noticed * way_gap)
  memory.expected, memory.position = expected, view.position
  memory.ordered = math.max(0, math.floor(units + 0.5))
  return memory.ordered
end
