{{%AUTOESCAPE context="HTML"}}
<p title="{{A}}">{{A}}</p>
<a href="{{URL}}">x</a>
<a href="/s?q={{Q:url_query_escape}}&amp;p=2">y</a>
<textarea>{{AREA:pre_escape}}</textarea>
