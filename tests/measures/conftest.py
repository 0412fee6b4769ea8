import pytest
from tests.companies import Company


@pytest.fixture
def company():
    """An empty company."""
    return Company()
