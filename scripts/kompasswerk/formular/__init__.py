"""Forms as data: answers of towns, their files, merging, moving on, evaluation over towns."""
