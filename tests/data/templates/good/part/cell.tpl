{{%AUTOESCAPE context="HTML"}}
<i>{{ID}}</i>
