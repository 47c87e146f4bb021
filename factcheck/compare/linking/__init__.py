"""Claims of very many articles: which of them tell one fact, found in one pass over them.

The way of a scan that is too large for the whole comparison. A claim is read only as far as it has
been read already (its classes, units, names and figures, and the words of its text): exact copies
fall together first, candidates meet under slot keys, and a claim joins a fact only after its words
were held against claims of that fact. Values are then compared within each fact, each distinct value
once.

Left out, where the whole comparison has it: drifted quotations, denials, dates,
counts of actors, copied sentences and rewrites, origins taken over from other claims, later tolls,
and reasons that name every side.
"""
