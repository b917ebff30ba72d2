#include "ontkoker/sweep/plan.h"
