"""How likely are the histories of customers under a model, with all first and second derivatives?"""
