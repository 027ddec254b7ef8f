{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Publicar la plantilla, versión {{VERSION}}</h1>
<p class="lead">{{ACTIVIDADES}} {{ACTIVIDADES:x-segun=actividad/actividades}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Confirme que las entidades podrán adoptar esta versión. Lo publicado no se cambia: después se prepara otra versión.</p></details>
<div class="alerta"><h2>A quiénes alcanza</h2>
<ul>
<li>Toda entidad que prepare un plan desde ahora parte de esta versión.</li>
<li>{{ENTIDADES:x-miles}} {{ENTIDADES:x-segun=entidad tiene/entidades tienen}} un plan publicado: no cambia, y se les avisa que hay una versión nueva.</li>
<li>Las tareas de las personas ya registradas no cambian.</li>
{{#HAY_ANTERIOR}}<li>La versión {{ANTERIOR}} queda retirada.</li>
{{/HAY_ANTERIOR}}</ul></div>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_NOMBRE}}
{{>CAMPO_NOTA}}
<div class="acc"><button>Publicar la plantilla</button> <a href="/plan/plantilla/{{ID}}">Volver al borrador</a></div>
</form>
