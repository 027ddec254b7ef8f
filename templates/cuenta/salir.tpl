{{%AUTOESCAPE context="HTML"}}
<h1>Cerrar la sesión</h1>
<p class="lead">Se cerrará la sesión de este navegador. Lo que no haya enviado se perderá.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Cierre la sesión cuando deje una computadora que otros usan. Si dejó abierta la de otro equipo, ciérrela en «Mi cuenta».</p></details>
<form method="post" action="/cuenta/salir" novalidate>
{{>CSRF}}
<div class="acc"><button>Cerrar la sesión</button> <a href="{{INICIO}}">No, volver a mi inicio</a></div>
</form>
