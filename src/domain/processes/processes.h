// The processes of a step, one file each. Contracts and mechanism ids stand in the rows of step.cpp.
#pragma once
#include "ontkoker/domain/step.h"

namespace ontkoker::processes {

void age_and_die(Step& step);
void give_birth(Step& step);
void leave_home(Step& step);
void separate(Step& step);
void find_partners(Step& step);
void move_house(Step& step);
void find_and_lose_work(Step& step);
void claim_schemes(Step& step);
void settle_allowances(Step& step);
void settle_household_money(Step& step);
void help_with_debts(Step& step);
void change_parents_problems(Step& step);
void develop_children(Step& step);
void seek_help(Step& step);
void take_intakes(Step& step);
void give_help(Step& step);
void pay_services(Step& step);
void review_capacity(Step& step);
void govern(Step& step);

}  // namespace ontkoker::processes
