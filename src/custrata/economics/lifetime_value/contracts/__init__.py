"""What are contracts worth: how long they will run times what a month of them keeps?"""
