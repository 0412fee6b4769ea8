"""What happens while the strategy runs: experiments, reviews, responsibilities."""
