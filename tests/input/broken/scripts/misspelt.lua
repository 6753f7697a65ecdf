-- with.S is what the scenario gives
return function(view, memory, with)
  return math.max(0, with.s - view.position)
end
